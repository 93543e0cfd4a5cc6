/** What carries letters out of the house: SMTP, and signed HTTP. */
@NullMarked
package org.zhixing.notice.carrier;

import org.jspecify.annotations.NullMarked;
