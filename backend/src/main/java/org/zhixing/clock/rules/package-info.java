/**
 * Counting days as 民事诉讼法 art. 85 and 民法典 art. 200–204 do, and the nodes (节点) whose due dates are counted so. Policies
 * and calendars are data handed in; no clock is read here, today is an argument.
 */
@NullMarked
package org.zhixing.clock.rules;

import org.jspecify.annotations.NullMarked;
