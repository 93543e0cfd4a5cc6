/** Node policies, calendars and nodes. */
@NullMarked
package org.zhixing.clock.store;

import org.jspecify.annotations.NullMarked;
