/**
 * Arrays and tables of numbers as data, with their scaling. Begin with {@link org.gan4j.data.numbers.NpyFile} and
 * {@link org.gan4j.data.numbers.CsvFile}; {@link org.gan4j.data.numbers.Scaling} says how numbers are scaled.
 */
package org.gan4j.data.numbers;
