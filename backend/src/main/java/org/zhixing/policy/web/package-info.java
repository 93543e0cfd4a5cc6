/** Drafts, simulations and versions over HTTP. */
@NullMarked
package org.zhixing.policy.web;

import org.jspecify.annotations.NullMarked;
