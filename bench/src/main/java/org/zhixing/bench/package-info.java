/** The project's benchmark: the packaged API against plain SQL on the same PostgreSQL in the same run. */
@NullMarked
package org.zhixing.bench;

import org.jspecify.annotations.NullMarked;
