export const portraits=[];
