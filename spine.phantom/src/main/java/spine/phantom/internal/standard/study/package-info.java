/** One study, determined by its seed. */
package spine.phantom.internal.standard.study;
