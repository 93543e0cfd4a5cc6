/** 通报: the outbox, the inbox and who is told. */
@NullMarked
package org.zhixing.notice;

import org.jspecify.annotations.NullMarked;
