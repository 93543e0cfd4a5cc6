/** 政策版本: drafts of the court's policies, what they would do, and how versions differ. */
@NullMarked
package org.zhixing.policy;

import org.jspecify.annotations.NullMarked;
