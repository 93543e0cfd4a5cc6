@NullMarked
package org.zhixing.panel.rules;

import org.jspecify.annotations.NullMarked;
