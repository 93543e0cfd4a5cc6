/** Reads files from other systems, CSV, XLSX and XML, whatever they are about, row by row, in memory that does not grow with the file. */
@NullMarked
package org.zhixing.platform.sheet;

import org.jspecify.annotations.NullMarked;
