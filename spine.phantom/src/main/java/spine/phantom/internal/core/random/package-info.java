/** Random numbers that are the same on every machine. Names of child streams and the order of draws are part of what a seed means. */
package spine.phantom.internal.core.random;
