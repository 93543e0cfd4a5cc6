/** 执行案件: the case, its number, its parties and handlers; the register's rows on their way in. */
@NullMarked
package org.zhixing.cases;

import org.jspecify.annotations.NullMarked;
