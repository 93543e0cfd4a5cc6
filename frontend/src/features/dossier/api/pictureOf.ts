/** A page of a file as the server draws it, `size` pixels long at most; as large as a sheet it is read, and recorded. */
export const pictureOf = (fileId: string, page: number, size: 160 | 1754) =>
  `/api/v1/files/${fileId}/thumbnail?page=${page}&size=${size}`
