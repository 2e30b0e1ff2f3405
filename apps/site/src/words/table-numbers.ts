import type { FormId } from '@gongkai/schema'

/** Number of a statutory table in the report. */
export const tableNumbers = { disclosure: '表二', requests: '表三', proceedings: '表四' } satisfies Record<
  FormId,
  string
>
