/** A synthetic study as the truth and the files see it. Each generator implements it. */
package spine.phantom.internal.core.study;
