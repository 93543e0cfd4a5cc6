@NullMarked
package org.zhixing.archive.rules;

import org.jspecify.annotations.NullMarked;
