@NullMarked
package org.zhixing.archive.store;

import org.jspecify.annotations.NullMarked;
