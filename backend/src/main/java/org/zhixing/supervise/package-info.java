/** 督办: node control's slips, their answers, and the notices for those that stay unanswered. */
@NullMarked
package org.zhixing.supervise;

import org.jspecify.annotations.NullMarked;
