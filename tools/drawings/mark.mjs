export const icon=async()=>Buffer.alloc(0);export const logo=()=>'';
