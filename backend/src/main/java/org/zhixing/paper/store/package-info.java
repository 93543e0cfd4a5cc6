@NullMarked
package org.zhixing.paper.store;

import org.jspecify.annotations.NullMarked;
