/** From the data set of an image to one that says nothing on the patient. */
package spine.deidentify.internal.dataset;
