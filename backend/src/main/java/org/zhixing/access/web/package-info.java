/** Who am I, the people of the court, signing in. */
@NullMarked
package org.zhixing.access.web;

import org.jspecify.annotations.NullMarked;
