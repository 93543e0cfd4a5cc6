@NullMarked
package org.zhixing.field.store;

import org.jspecify.annotations.NullMarked;
