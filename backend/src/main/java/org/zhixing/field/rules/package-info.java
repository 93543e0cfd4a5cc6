@NullMarked
package org.zhixing.field.rules;

import org.jspecify.annotations.NullMarked;
