@NullMarked
package org.zhixing.field.paper;

import org.jspecify.annotations.NullMarked;
