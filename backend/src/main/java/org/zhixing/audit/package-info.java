/** 留痕: append-only record of every change, sealed in signed blocks; a case's timeline is read from it. */
@NullMarked
package org.zhixing.audit;

import org.jspecify.annotations.NullMarked;
