/** A program that trains a GAN on garments, keeps its run in a folder, and draws samples of it. */
package com.example.consumer;
