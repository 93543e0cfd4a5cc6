@NullMarked
package org.zhixing.signing.web;

import org.jspecify.annotations.NullMarked;
