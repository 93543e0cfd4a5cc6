@NullMarked
package org.zhixing.field.web;

import org.jspecify.annotations.NullMarked;
