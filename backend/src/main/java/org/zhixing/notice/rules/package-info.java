/** What happened, and who is told of it. */
@NullMarked
package org.zhixing.notice.rules;

import org.jspecify.annotations.NullMarked;
