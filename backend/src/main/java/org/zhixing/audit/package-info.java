/** 留痕: append-only, hash-chained record of every change; a case's timeline is read from it. */
@NullMarked
package org.zhixing.audit;

import org.jspecify.annotations.NullMarked;
