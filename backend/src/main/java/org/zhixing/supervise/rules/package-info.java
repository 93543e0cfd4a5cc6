/** What a slip is, who may do what with it. */
@NullMarked
package org.zhixing.supervise.rules;

import org.jspecify.annotations.NullMarked;
