@NullMarked
package org.zhixing.referral.store;

import org.jspecify.annotations.NullMarked;
