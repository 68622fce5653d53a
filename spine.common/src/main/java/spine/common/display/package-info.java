/** How the images of a result are shown, on every page and in every object alike. The one package here that knows the contracts. */
package spine.common.display;
