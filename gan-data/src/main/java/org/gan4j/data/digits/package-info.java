/**
 * Digits, real and drawn: {@link org.gan4j.data.digits.Digits} are small images of handwritten ones, {@link
 * org.gan4j.data.digits.DrawnDigits} are synthetic ones of the same form, whose labels cost nothing.
 */
package org.gan4j.data.digits;
