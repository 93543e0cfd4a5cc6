/** Checks of drafts, differences of documents, and what a draft would do to an open case. Pure. */
@NullMarked
package org.zhixing.policy.rules;

import org.jspecify.annotations.NullMarked;
