/** The people's table. */
@NullMarked
package org.zhixing.access.store;

import org.jspecify.annotations.NullMarked;
