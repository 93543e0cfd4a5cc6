@NullMarked
package org.zhixing.referral.web;

import org.jspecify.annotations.NullMarked;
