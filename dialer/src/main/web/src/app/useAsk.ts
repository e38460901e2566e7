import { ElMessage, ElMessageBox } from 'element-plus'
import { useTexts } from './useTexts'

/** Asks back before something is done that cannot be taken back, or that needs a reason. */
export function useAsk() {
  const { t } = useTexts()
  return {
    async sure(title: string, text: string, yes: string): Promise<boolean> {
      try {
        await ElMessageBox.confirm(text, title, { confirmButtonText: yes, cancelButtonText: t('app.cancel') })
        return true
      } catch {
        return false
      }
    },

    /** What was written, or null where it was left. */
    async text(title: string, text: string, missing: string, yes?: string): Promise<string | null> {
      try {
        const { value } = await ElMessageBox.prompt(text, title, {
          confirmButtonText: yes ?? t('app.save'),
          cancelButtonText: t('app.cancel'),
          inputValidator: (written: string) => (written.trim() === '' ? missing : true),
        })
        return value.trim()
      } catch {
        return null
      }
    },

    done(message: string): void {
      ElMessage({ type: 'success', message })
    },
  }
}
