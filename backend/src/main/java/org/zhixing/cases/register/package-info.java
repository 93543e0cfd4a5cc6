/** Reads register files, CSV and XLSX, row by row, in memory that does not grow with the file. */
@NullMarked
package org.zhixing.cases.register;

import org.jspecify.annotations.NullMarked;
