@NullMarked
package org.zhixing.panel.store;

import org.jspecify.annotations.NullMarked;
