/** How one audit row is chained to the one before it. */
@NullMarked
package org.zhixing.audit.rules;

import org.jspecify.annotations.NullMarked;
