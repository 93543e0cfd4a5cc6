@NullMarked
package org.zhixing.paper.rules;

import org.jspecify.annotations.NullMarked;
