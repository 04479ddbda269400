/** The tins on the shelf. Pictures take two or three of them. */
export const inks = {
  night: [29, 42, 58],
  rust: [155, 58, 42],
  ochre: [209, 154, 60],
  sea: [63, 111, 106],
};

/** Warm uncoated stock. */
export const paper = [246, 239, 225];
