/** The largest file that is read as an article, in bytes (64 MiB). */
export const largestArticleFile = 64 * 1024 * 1024;
