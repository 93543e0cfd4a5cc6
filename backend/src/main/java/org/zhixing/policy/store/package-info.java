/** Drafts, and open cases as a simulation reads them. */
@NullMarked
package org.zhixing.policy.store;

import org.jspecify.annotations.NullMarked;
