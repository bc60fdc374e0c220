export const commandsGo = {
  'commands.go.nextQuote': 'Next statement without a claim',
  'commands.go.nextArticle': 'Next article',
  'commands.go.previousArticle': 'Previous article',
  'commands.go.nextUnfinished': 'Next unfinished article',
  'commands.go.articles': 'Go to article list',
  'commands.go.articleSearch': 'Search the articles',
  'commands.go.text': 'Go to text',
  'commands.go.annotations': 'Go to annotations',
  'commands.go.card': 'Go to selected annotation',
} as const;
