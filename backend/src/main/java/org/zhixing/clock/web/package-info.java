/** Nodes, deadlines and the calendar over HTTP. */
@NullMarked
package org.zhixing.clock.web;

import org.jspecify.annotations.NullMarked;
