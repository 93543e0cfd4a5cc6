/** Rows of cases, parties and the register import. */
@NullMarked
package org.zhixing.cases.store;

import org.jspecify.annotations.NullMarked;
