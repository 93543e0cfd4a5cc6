/** Outbox and inbox rows. */
@NullMarked
package org.zhixing.notice.store;

import org.jspecify.annotations.NullMarked;
