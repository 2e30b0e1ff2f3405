import type { AstroIntegration } from 'astro'
import { isOfRest } from '../src/data/runs.ts'

/** Has a run of agencies and reports leave out the pages without parameters: each of them stands once in the site. */
export function buildRun(): AstroIntegration {
  return {
    name: 'gongkai-run',
    hooks: {
      'astro:build:start': ({ setPrerenderer }) => {
        if (isOfRest) return
        setPrerenderer((usual) => ({
          ...usual,
          getStaticPaths: async () => (await usual.getStaticPaths()).filter(({ route }) => route.params.length > 0),
        }))
      },
    },
  }
}
