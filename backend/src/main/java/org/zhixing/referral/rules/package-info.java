@NullMarked
package org.zhixing.referral.rules;

import org.jspecify.annotations.NullMarked;
