/** 报请: what an executor refers to the case's judge, and the decision with its reason. */
@NullMarked
package org.zhixing.referral;

import org.jspecify.annotations.NullMarked;
