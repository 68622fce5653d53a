/** What stands inside of pages: {@link spine.common.page.PageAsset} has scripts and style sheets with their digests. */
package spine.common.page;
