/**
 * The {@code gan} command. {@link org.gan4j.cli.Main} is the entry point; each subcommand is a class named after it, such
 * as {@code TrainCommand}, and is a thin layer over {@link org.gan4j.dsl.Gan}. {@code RecipeChoice} reads the options
 * that choose and change a recipe.
 */
package org.gan4j.cli;
